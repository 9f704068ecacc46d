"""The map, its filters, list, panel and sheets, the table, « Aller à… », the embedded map."""
