#pragma once
// Shorter forms of an organisation's name.

#include <string_view>

namespace atlas {

// For tight places: "Solutions communicantes sécurisées (SCS)" -> "SCS", "SCS (élargi à Optitec)" -> "SCS".
[[nodiscard]] std::string_view brief_name(std::string_view name);
// Without what stands in brackets: "DREAM", "Solutions communicantes sécurisées".
[[nodiscard]] std::string_view plain_name(std::string_view name);

}
