"""Everything linked as of one day: pages, events, dates to come, search, the check of a data folder."""
