// Any text is read as a state; what that state writes reads back as itself, with nothing left over.
#include "core/state/permalink.hpp"

#include <cstdlib>

using namespace atlas;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const State initial;
    const PermalinkReading first = decode_permalink({reinterpret_cast<const char*>(data), size}, initial);
    const std::string written = encode_permalink(first.state, initial);
    if (written.size() > k_permalink_max) return 0; // would be cut
    const PermalinkReading second = decode_permalink(written, initial);
    if (!second.ignored.empty()) std::abort();
    if (!(second.state == first.state)) std::abort();
    if (encode_permalink(second.state, initial) != written) std::abort();
    return 0;
}
