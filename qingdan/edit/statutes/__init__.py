"""收到的法规原文: from the file as received to an archived version of a law."""
