# What can be wrong with a store: what happened, what was kept, what to do.
store-busy = { $user } has this store open (process { $pid }, { $terminal }, since { $since }); nothing was changed. Wait until it is closed there, or look at it with --read-only.
store-damaged = The store is damaged: { $what } ({ $place }); nothing was removed. Put the file back from a copy of the folder, or move the folder away and restore a backup with “bina restore”.
store-newer = This store was written by a newer bina (format { $found }; this one knows up to { $known }); nothing was changed. Update bina.
store-full = The disk is full: nothing new was saved, and everything saved before is safe. Free some space, then try again.
store-denied = Access to { $path } was refused: { $reason }. Nothing was changed.
store-read-only = The store is open read-only: this change was not saved. Close it where it is in use, or free the disk, and open it again.
store-io = The system reports an error at { $path }: { $reason }; nothing new was saved, and everything saved before is safe. Ask whoever looks after this machine.

store-damage-unreadable = an entry can't be read
store-damage-line-changed = an entry was altered after it was written
store-damage-body-changed = the content of an entry was altered after it was written
store-damage-chain-broken = an entry does not follow the one before it
store-damage-segment-missing = a file of the journal is missing
store-damage-journal-short = the end of the journal is missing
store-damage-view = the index can't be read
store-damage-view-differs = the index differs from the journal

store-denial-open-to-others = others can look into it; run “chmod 700” on it
store-denial-other-owner = it belongs to somebody else; use a folder of your own
store-denial-not-a-file = it is no ordinary file but a folder, a link, a pipe or a device; look who put it there and move it away
store-denial-not-a-folder = it is not a folder; name another place
store-denial-foreign = it is none of bina’s files and would be lost here; move it out of the folder
store-denial-not-empty = there is something there already; name another place
store-denial-rights = you do not have the right to; ask whoever looks after this machine
store-denial-read-only-disk = the disk is read-only; open the store read-only or choose another place

# What was mended without losing anything that was saved.
store-note-torn-end = The journal ended in something that is no whole entry, usually the rest of a save that was interrupted. It was put aside as { $aside }; everything before it is whole.
store-note-end-restored = { $entries ->
    [one] The journal had lost its last entry; it was put back from the index.
   *[other] The journal had lost its last { $entries } entries; they were put back from the index.
}
store-note-view-rebuilt = The index was built again from the journal. Nothing is lost.
store-note-view-rebuilt-aside = The index was built again from the journal; the old one was put aside as { $aside }. Nothing is lost.
store-note-drafts-aside = The drafts could not be read and were put aside as { $aside }. Saved records are whole.
store-busy-unnamed = Another process has this store open; its name can't be read from LOCK. Nothing was changed. Wait until it is closed there, or look at it with --read-only.
store-denial-no-locks = this file system knows no locks, so that two processes could write at once; looking works, to write move the store to a disk of this machine
store-note-key-healed = The key file { $file } was missing, damaged or another store's; it was written anew from the other one, which is whole.
store-note-taken-back = { $doing } was interrupted before it changed anything; everything is as it was. Run it again if it is still wanted.
store-note-finished = { $doing } was interrupted on the way; what was left to do is done now{ $backups ->
    [0] .
    [one] , and one older backup was replaced by a new one.
   *[other] , and { $backups } older backups were replaced by a new one.
}
store-note-unfinished = { $doing } is not finished: the older backups in { $place } can't be reached and still hold what should be gone. Connect that place; the rest is done by itself at the next opening.
store-doing-forgetting = Erasing a person
store-doing-retention = Erasing what has outlived its time
store-doing-encrypting = Encryption
store-doing-decrypting = Switching encryption off
store-doing-restoring = Restoring
store-unreached = { $user } has this store open (process { $pid }, { $terminal }, since { $since }), and the change could not be handed over: { $reason }; nothing was changed. Wait until it is closed there, or look at it with --read-only.
store-unreached-unnamed = Another process had this store open, and the change could not be handed over: { $reason }; nothing was changed. Try again.
store-unreached-other-host = it runs on another machine
store-unreached-other-user = another user listens there
store-unreached-no-socket = no socket answers in the store's folder (another command that takes long, or a file system without sockets)
store-unreached-no-answer = it did not answer within two seconds (stopped, or busy), and the request was withdrawn
store-unreached-other-version = it is another version of bina
store-unreached-misunderstood = it did not understand the request
store-unreached-too-large = it is too large; close the screens for it
store-changed-since = Somebody else changed what this rests on in the same moment; nothing was changed. Run it again.
store-sent-unknown = Sent to the bina that has the store open; the result is unknown. Look with “bina log” before you run it again.
