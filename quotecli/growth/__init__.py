"""What new articles change in a collection that was compared before: only what they touch is compared again.

Two quotations are looked at together when they share a key, and what that takes is told by the keys' holders alone; whether they are linked
is told by the two and their articles; and utterances hang together by links. So a new quotation is held against the few that share its
keys, and only the families that it links, or that lost a link, are brought together anew. A small collection is compared as a whole.
`regroup` decides which of the two is done.
"""
