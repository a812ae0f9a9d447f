"""Finished values as plain dicts, the face of qcompare for programs; keys in the order of the contract."""
