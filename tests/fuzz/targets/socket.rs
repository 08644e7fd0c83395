//! Any bytes at the socket, and any change that a request could hold, taken in by open screens.
#![no_main]

use bina::desk::msg::Msg;
use bina::store::Memory;
use bina::store::socket::frame::{self, Answer, Request};
use bina_fuzz::Screens;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = frame::read::<Answer>(&mut &*bytes);
    let _ = frame::read_wish(&mut &*bytes);
    // A head is easily made right by whoever writes one.
    let Ok(request) = frame::decode::<Request>(bytes) else { return };
    let again = frame::encode(&request).expect("what was read can be written");
    assert_eq!(frame::read::<Request>(&mut again.as_slice()).expect("and read again"), request);
    let mut screens = Screens::on(Memory::new());
    screens.begin();
    screens.tell(Msg::Asked { judged_on: request.judged_on, change: request.change });
    screens.press("j enter tab tab tab tab esc 2 3 o enter esc 4 o esc esc 1 w esc M esc u");
});
