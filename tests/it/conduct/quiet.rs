//! Whoever only looks at the own team leaves the index closed, and with it the threads that would wake for as long as
//! the program runs.

use super::*;

#[test]
fn the_own_team_is_looked_at_without_a_thread_of_the_index() {
    let office = Office::sample("en");
    for size in [(80, 24), (200, 60)] {
        let mut screens = office.start(office.command(&[]), size);
        screens.see("Hendra Piliang").press("j j k").press("enter").see("of 13").press("q").see("NAME");
        // A note is somebody's who does more than look.
        assert_eq!(index_threads(&screens), 0, "{size:?}");
        screens.press("n").text("hendra + x").see("hendra + x");
        wait("the index, for the commit that may follow", || index_threads(&screens) > 0);
        empty_line(&mut screens);
        screens.quit();
    }
}

fn index_threads(screens: &Screens) -> usize {
    let tasks = format!("/proc/{}/task", screens.terminal.process().as_raw_nonzero());
    let name = |task: std::fs::DirEntry| std::fs::read_to_string(task.path().join("comm")).unwrap_or_default();
    std::fs::read_dir(tasks).unwrap().flatten().map(name).filter(|n| n.starts_with("sled")).count()
}
