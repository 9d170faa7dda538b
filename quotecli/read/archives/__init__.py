"""Files that hold files: read member by member, never unpacked to the disk."""
