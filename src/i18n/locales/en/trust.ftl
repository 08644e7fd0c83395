# Encryption, backups, erasure, retention: what is asked, said and done.
about-encrypt = Switch encryption of the store on or off, or add an identity file
about-passphrase = Set another passphrase, or make another recovery key
about-forget = Erase everything about one person for good
about-retention = Show what has outlived its time, and erase it on request
arg-new-identity = A new file that opens the store without a passphrase; keep it private
arg-off = Switch encryption off
arg-yes = Do not ask
arg-recovery = Make another recovery key instead
arg-apply = Erase it, after the preview
arg-identity = File that opens an encrypted store without a passphrase
arg-replace = Put the store that is there aside, under another name, and restore in its place

store-locked = The store is encrypted and was not opened. Nothing was changed. Type its passphrase or its recovery key at the terminal, or name an identity file.
store-damage-erased-unsaid = the content of an entry was removed, and no entry says so
store-damage-key-unreadable = the file with the key (KEY and KEY.copy) is missing or can't be read; put it back from a backup
store-damage-key-differs = an entry was sealed with another key than the store's
store-note-upgraded = From now on entries are written in format { $to } (before: { $from }). What was there before is kept as { $backup }.

passphrase-ask = Passphrase or recovery key:
passphrase-new = New passphrase:
passphrase-again = Once more:
passphrase-wrong = That does not open it.
passphrase-short = A passphrase has at least { $count } characters; several words are easier to keep than signs.
passphrase-differs = The two are not the same. Nothing was changed.
passphrase-like-key = That looks like a recovery key. Choose words instead.
passphrase-done = The passphrase was changed. Nothing else was written anew.
passphrase-old-backups = Backups made before still open with the former passphrase.
identity-unreadable = The identity file { $path } can't be read: { $reason }
identity-unwritable = The identity file { $path } can't be written: { $reason }. Nothing was changed.
identity-open-to-others = Others can read the identity file { $path }; run “chmod 600” on it.
identity-none = There is no key in { $path }.
identity-wrong = The identity file { $path } does not open this store.
identity-inside = { $path } lies in the store, where it would be lost. Name another place.
identity-remark = opens one bina store; whoever has this file can read it
cli-hint-identity = There is no terminal to type at: use --identity FILE.

encrypt-warning = From now on every file of the store can be read only with your passphrase: names, notes, everything.
encrypt-warning-forgotten = Nobody can help with a forgotten passphrase. Without it and without the recovery key all content is lost for good.
encrypt-warning-backups = Copies made before stay readable: bina replaces its own backups; others you must delete yourself.
encrypt-confirm = Type “{ $word }” to encrypt the store:
encrypt-off-confirm = Every file of the store will be readable again. Type “{ $word }” to go on:
encrypt-done = The store is encrypted. Nothing readable is left in its files.
encrypt-off-done = The store is no longer encrypted.
encrypt-is-on = The store is encrypted already.
encrypt-is-off = The store is not encrypted.
encrypt-hint-on = Other passphrase: bina passphrase. Switch off: bina encrypt --off. Identity file: bina encrypt --new-identity FILE. List: bina encrypt --list.
encrypt-identity = { $path } opens the store without a passphrase. Keep it where only you can read it, and not beside backups.
recovery-key = Recovery key, shown only this once:
recovery-key-keep = Write it down and lock it away from this machine. It opens the store if the passphrase is forgotten; it is typed where the passphrase is asked for.

confirm-word = yes
confirm-no = Nothing was changed.
confirm-no-terminal = There is no terminal to answer at; add --yes if you are sure.
failure-system = The system reports an error: { $reason }. Nothing was changed.
failure-restore-over = There is a store in { $path } already. Nothing was changed.
cli-hint-restore-over = With --replace it is put aside under another name and kept.
restore-aside = The store that was there is kept as { $path }.

backups-replaced = { $count ->
    [one] One older backup in bina's own place was replaced by a new one.
   *[other] { $count } older backups in bina's own place were replaced by a new one.
}
backups-not-replaced = The older backups in { $path } were not replaced: { $reason }
backups-put-aside = Not touched: { $path }, the store that was put aside when a backup was restored. Delete it if it is no longer needed.
backups-elsewhere = Not reached: copies elsewhere, exports, printed sheets, what the disk itself keeps of deleted files.
backup-failed = The automatic backup was not made: { $reason }

forget-preview = Everything about { $name } goes for good:
forget-confirm = There is no undo for this. Type “{ $word }” to erase it:
forget-done = Erased: { $records } records, from { $entries } entries of the journal. The chain is whole; a dated entry without content says that something was erased.
forget-mentions = The name also stands in what you wrote about { $count } others, and stays there: { $names }
forget-drafts = Drafts that named this person are gone too.
forget-yourself = You can't erase yourself: the store is yours.
forget-person = personal data
forget-actions = actions and agenda lines
retention-notes = notes
retention-actions = settled actions and agenda lines
retention-sessions = sessions
retention-goals = results and values
retention-ratings = ratings
retention-former-people = people who have left
retention-rule = By the rules “{ $name }”, in months: { $rules }
retention-person = { $name }: { $count }
retention-nothing = Nothing has outlived its time.
retention-how = This is a preview; nothing was changed. To erase: bina retention --apply
retention-confirm = There is no undo for this. Type “{ $word }” to erase it:
retention-not-set = No retention time is set.
cli-hint-retention = In the rule file (named by [rules] file in the configuration), as the archive schedule says, in months: a table [retention_months] with lines such as notes = 60 and former_people = 24.
change-person-forgotten = a person erased
change-retention-applied = retention applied
change-store-sealed = store encrypted
change-store-unsealed = encryption switched off
change-erased = erased
expected-backup-days = Write whole days, from 0 (never) to 366
expected-backups-kept = Write a whole number from 1 to 999

doctor-encrypted = encrypted
doctor-no-backup = none of bina's own
store-damage-key-copy-differs = one of the two key files (KEY and KEY.copy) is damaged or differs; the whole one heals it when the store is opened with its key
store-damage-copy-short = the backup is not whole: its lines stop before the end
passphrase-too-dear = That does not open it. The key file asks for more memory or time than it should; it may be damaged or another store's.
arg-list = List the ways to open the store
arg-revoke = End the identity file of this name
arg-to = Folder in which the backup is made; the newest few stay there
encrypt-identity-name = Its name is { $name }; other identity files stay valid. List them: bina encrypt --list. End one: bina encrypt --revoke NAME
encrypt-way-passphrase = passphrase
encrypt-way-recovery = recovery key { $name }
encrypt-way-identity = identity file { $name }
encrypt-no-such-way = There is no identity file or recovery key called { $name }. Nothing was changed.
encrypt-hint-list = Their names: bina encrypt --list
encrypt-last-way = { $name } is the only way to open the store; nothing was changed. Make another one first.
encrypt-revoked = { $name } no longer opens the store.
recovery-confirm = Type the last group of that key, to be sure that it was written down:
recovery-not-seen = That is not its last group. Nothing was changed: the former recovery key stays valid, the new one is not.
recovery-former-ended = The former recovery key is no longer valid.
recovery-former-stays = The former recovery key stays valid as well: nobody knows whether the new one was seen. List them: bina encrypt --list. End one: bina encrypt --revoke NAME
backups-owed = { $count ->
    [one] The older backups in one place were not replaced; that is remembered, said whenever the store is opened, and done as soon as the place can be reached.
   *[other] The older backups in { $count } places were not replaced; that is remembered, said whenever the store is opened, and done as soon as they can be reached.
}
failure-restore-short = The backup { $path } is empty or was cut off: its end line is missing or does not fit. Nothing was changed.
cli-hint-restore-short = Use another backup. If this is the only one, --yes restores what is still in it.
failure-backup-terminal = A backup is not written to a terminal. Name a file, or redirect it: bina backup - > FILE
doctor-backup-ahead = the backup { $path } is dated in the future: the clock of this machine is or was wrong
