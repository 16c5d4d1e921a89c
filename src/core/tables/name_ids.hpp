#pragma once
// Ids for names in any script: "Pôle Véhicule" is pole-vehicule, "C#" is c-1lk3x, say, distinct from "C" and "C+". The
// same name gets the same id in every table, unless another one holds it already.

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace atlas {

class NameIds {
public:
    static constexpr std::size_t k_long = 64, k_short = 12; // bytes of an id, of a region's code

    explicit NameIds(std::size_t most_bytes = k_long) : m_most_bytes(most_bytes) {}
    // The id of this name: always the same one.
    const std::string& id_of(const std::string& name);
    [[nodiscard]] bool knows(const std::string& name) const { return m_ids.contains(key_of(name)); }
    // An id that the name has already; false when it is taken.
    bool claim(const std::string& name, const std::string& id);

    // Names that are alike but for capitals and spaces have the same one.
    [[nodiscard]] static std::string key_of(std::string_view name);

private:
    [[nodiscard]] std::string new_id(const std::string& name, std::string key) const;
    std::size_t m_most_bytes;
    std::unordered_map<std::string, std::string> m_ids; // by key
    std::unordered_set<std::string> m_taken;
};

}
