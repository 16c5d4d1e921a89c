#pragma once
// A sentence beside a fact: what it rests on, what is doubtful about it.

#include <string>

namespace atlas {

struct Remark {
    std::string id; // stable, unique among the remarks of its list
    std::string words;
};

}
