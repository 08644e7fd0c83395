//! The filter language of `/`, of the command line and of walks.
