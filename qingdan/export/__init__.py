"""Open data: JSON, CSV, feeds, the calendar, the workbook, and the schemas of all of them."""
