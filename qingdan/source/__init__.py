"""Files as staff write them: YAML with places, and changing a value without touching another byte."""
