"""变更单: one change to the data, written down on a small sheet that a person can read and a colleague can carry out."""
