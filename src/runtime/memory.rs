//! What the process holds in its memory stays there: records, a passphrase, keys.

use rustix::process::{Resource, Rlimit, setrlimit};

/// From here on a crash leaves no core file, and no other process of the same user may look into this one. Root may.
/// Where the system refuses, there is nothing to be done about it.
pub fn close() {
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    // The limit alone does not stop a crash reporter that the kernel pipes to.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}
