//! Any bytes as what the view and the files of rows hold.
#![no_main]

use bina::domain::{Change, Record, Roster, RosterRow};
use bina::store::codec;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(records) = codec::decode::<Vec<Record>>(bytes) {
        let again = codec::encode(&records).expect("what was decoded can be encoded");
        assert_eq!(codec::decode::<Vec<Record>>(&again), Ok(records));
    }
    if let Ok(mut roster) = codec::decode::<Roster>(bytes) {
        roster.reindex();
    }
    let _ = codec::decode::<RosterRow>(bytes);
    let _ = codec::decode::<Change>(bytes);
});
