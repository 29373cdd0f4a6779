"""How a Chinese official report is divided: its lines, its numbering marks, and what stands before and after them."""
