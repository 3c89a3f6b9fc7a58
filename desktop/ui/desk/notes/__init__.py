"""Raw notes: what the secretary writes down for themselves. No document ever prints it."""
