"""A new body: the data folder that it begins with, from six answers and the files in `start/`."""
