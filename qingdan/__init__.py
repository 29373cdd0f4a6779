"""清单公开站 core: reads the lists, proves them against the reports, renders them. Knows nothing of MkDocs."""
