"""Plan library, cache, configuration files, front matter, atomic writers."""
