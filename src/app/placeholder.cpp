// Deleted with the first real source of this folder: a CMake library needs at least one.
