"""Getting a meeting ready: what its agenda begins with, templates, pasted agendas, what comes back."""
