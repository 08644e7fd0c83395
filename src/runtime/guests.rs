//! Whoever handed over a change and waits for what comes of it. The same change again is not made again: it gets the
//! answer of the first.

use crate::desk::effect::Declined;
use crate::domain::ChangeId;
use crate::i18n::Text;
use crate::store::socket::door::{Asked, Reply};
use crate::store::socket::frame::{Answer, Why};
use std::collections::{HashMap, VecDeque};

/// So many results are remembered.
const KEPT: usize = 1000;

#[derive(Default)]
pub struct Guests {
    waiting: HashMap<ChangeId, Vec<Reply>>,
    /// What was made durable, oldest first.
    done: VecDeque<ChangeId>,
}

impl Guests {
    /// Takes what is asked; gives it back if it is new and who asks still waits.
    pub fn take(&mut self, asked: Asked) -> Option<crate::store::socket::frame::Request> {
        let Asked { request, mut reply } = asked;
        let id = request.id();
        if self.done.contains(&id) {
            reply.say(Answer::Done);
            return None;
        }
        if !reply.say(Answer::Taken) {
            return None;
        }
        let replies = self.waiting.entry(id).or_default();
        replies.push(reply);
        (replies.len() == 1).then_some(request)
    }

    pub fn decline(&mut self, id: ChangeId, why: Declined) {
        let why = match why {
            Declined::ChangedSince => Why::ChangedSince,
            Declined::TooLarge => Why::TooLarge,
        };
        self.answer(id, Answer::Refused(why));
    }

    pub fn committed(&mut self, id: ChangeId) {
        if self.waiting.contains_key(&id) {
            if self.done.len() == KEPT {
                self.done.pop_front();
            }
            self.done.push_back(id);
            self.answer(id, Answer::Done);
        }
    }

    pub fn not_committed(&mut self, id: ChangeId, why: &Text) {
        self.answer(id, Answer::Refused(if why.id == "store-full" { Why::Full } else { Why::NotSaved }));
    }

    fn answer(&mut self, id: ChangeId, answer: Answer) {
        for mut reply in self.waiting.remove(&id).into_iter().flatten() {
            reply.say(answer);
        }
    }

    /// The loop ends, every commit is answered: what still waits was not begun.
    pub fn send_away(&mut self) {
        for (_, replies) in self.waiting.drain() {
            replies.into_iter().for_each(refuse);
        }
    }
}

/// We are about to go.
pub fn refuse(mut reply: Reply) {
    reply.say(Answer::Refused(Why::Leaving));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Actor, Change, ChangeKind, IdSource};
    use crate::store::socket::door::{Door, Heard};
    use crate::store::socket::frame::{self, Request};
    use std::io::Write;
    use std::os::unix::net::UnixStream;
    use std::sync::mpsc::channel;

    fn request(seed: u64) -> Request {
        let at = jiff::Timestamp::UNIX_EPOCH;
        let id = ChangeId(IdSource::seeded(seed).uuid(at));
        let change = Change { id, at, by: Actor::default(), kind: ChangeKind::ProfileSet, about: None, ops: vec![] };
        Request { judged_on: 0, change: Box::new(change) }
    }

    #[test]
    fn the_same_change_again_is_not_made_again_and_a_withdrawn_one_never() {
        // A folder whose path is too long for a socket.
        let home = tempfile::tempdir().unwrap();
        let dir = home.path().join("panjang".repeat(30));
        std::fs::create_dir(&dir).unwrap();
        let (give, given) = channel();
        let door = Door::open(&dir, move |heard| match heard {
            Heard::Change(asked) => give.send(asked).unwrap(),
            Heard::Leave(_) => panic!("nobody asked for that"),
        })
        .unwrap();
        let near = rustix::fs::open(&dir, rustix::fs::OFlags::PATH, rustix::fs::Mode::empty()).unwrap();
        let near = format!("/proc/self/fd/{}/SOCKET", std::os::fd::AsRawFd::as_raw_fd(&near));
        let ask = |request: &Request| {
            let mut stream = UnixStream::connect(&near).unwrap();
            stream.write_all(&frame::encode(request).unwrap()).unwrap();
            (stream, given.recv().unwrap())
        };
        let mut guests = Guests::default();
        let (mut first, asked) = ask(&request(1));
        assert_eq!(guests.take(asked), Some(request(1)));
        let (mut again, asked) = ask(&request(1));
        assert_eq!(guests.take(asked), None, "it is on its way");
        guests.committed(request(1).id());
        let (mut late, asked) = ask(&request(1));
        assert_eq!(guests.take(asked), None, "it was made");
        let hear = |stream: &mut UnixStream| frame::read::<Answer>(stream).unwrap();
        assert_eq!([hear(&mut first), hear(&mut first)], [Answer::Taken, Answer::Done]);
        assert_eq!([hear(&mut again), hear(&mut again)], [Answer::Taken, Answer::Done]);
        assert_eq!(hear(&mut late), Answer::Done);

        let (withdrawn, asked) = ask(&request(2));
        withdrawn.shutdown(std::net::Shutdown::Read).unwrap();
        assert_eq!(guests.take(asked), None, "nobody waits for it");

        let (mut left, asked) = ask(&request(3));
        assert!(guests.take(asked).is_some());
        guests.send_away();
        assert_eq!([hear(&mut left), hear(&mut left)], [Answer::Taken, Answer::Refused(Why::Leaving)]);

        let mut stranger = UnixStream::connect(&near).unwrap();
        stranger.write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
        assert_eq!(hear(&mut stranger), Answer::Refused(Why::Misunderstood));
        drop(door);
        assert!(!dir.join("SOCKET").exists());
        assert!(UnixStream::connect(&near).is_err());
    }
}
