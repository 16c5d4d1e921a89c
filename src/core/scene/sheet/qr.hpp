#pragma once
// QR codes (ISO/IEC 18004) of addresses: byte mode, error correction M, versions 1 to 20 (666 bytes). Drawn by the
// atlas itself, so that they work offline and in exports. A few ten thousand steps per code.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace atlas {

struct QrCode {
    int size = 0; // modules on a side
    std::vector<std::uint8_t> modules;
    [[nodiscard]] bool is_dark(int x, int y) const { return modules[static_cast<std::size_t>(y * size + x)] != 0; }
};

// Nothing when the text is longer than version 20 holds.
[[nodiscard]] std::optional<QrCode> qr_code(std::string_view text);
// The remainder of the data by the Reed-Solomon generator of that degree, over GF(256) modulo 0x11D.
[[nodiscard]] std::vector<std::uint8_t> qr_correction(std::span<const std::uint8_t> data, int degree);

}
