"""The lists as workbooks for people, and back: what was edited there becomes changes of single values in the YAML."""
