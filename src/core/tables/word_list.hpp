#pragma once
// A list of words that a table defines by using them: domains, sectors, classes, regions.

#include "core/base/text.hpp"
#include "core/tables/name_ids.hpp"

#include <vector>

namespace atlas {

struct TableWord {
    std::string id;
    Text name;
    std::string parent; // of a sector: its domain
};

class WordList {
public:
    explicit WordList(std::size_t most_bytes = NameIds::k_long) : m_ids(most_bytes) {}

    // The id of what is called so, which is added the first time.
    const std::string& take(const std::string& name, const std::string& parent = {}) {
        const bool is_new = !m_ids.knows(parent + "/" + name);
        const std::string& id = m_ids.id_of(parent + "/" + name);
        if (is_new) m_words.push_back({id, Text(name), parent});
        return id;
    }
    // One whose id stands already.
    const std::string& take_as(const std::string& id, const Text& name, const std::string& parent = {}) {
        if (m_ids.claim(id, id)) m_words.push_back({id, name, parent});
        return id;
    }
    [[nodiscard]] const std::vector<TableWord>& words() const { return m_words; }

private:
    NameIds m_ids;
    std::vector<TableWord> m_words;
};

}
