"""新增: from answers given as options or at a terminal to a block at the end of a list file."""
