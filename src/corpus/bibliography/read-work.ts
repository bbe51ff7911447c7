/** What comes of one entry of a bibliography. Whatever is wrong with one costs only that one. */
