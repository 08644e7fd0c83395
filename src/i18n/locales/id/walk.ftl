# walk
