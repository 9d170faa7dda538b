"""Who may have said it: producers, each of one kind of evidence, propose candidates; `find.weigh` decides among them."""
