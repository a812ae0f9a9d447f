"""Plan to CodedPlan: topic, pillar, measures and evidence of every unit and section."""
