"""单位清单: from a table that an office made to drafts of entries, each with the words of its cells.

`titles` knows what columns are called, `layout` finds the tables and their rows, `laws`, `words` and `when` read single
cells, `draft` makes an entry of a row, `match` compares it with those that are there, `plan` puts it all together.
"""
