"""收到的报告: from the file as received to an archived text, and to proposals for the lists."""
