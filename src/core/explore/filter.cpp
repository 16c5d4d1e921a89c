#include "core/explore/filter.hpp"

#include "core/base/order.hpp"
#include "core/explore/facet_traits.hpp"

#include <algorithm>

namespace atlas {

bool Filter::is_empty() const {
    return text.empty() && area.empty() &&
           std::all_of(values.begin(), values.end(), [](const auto& list) { return list.empty(); });
}

void set_values(Filter& filter, Facet facet, std::vector<std::string> values) {
    if (traits_of(facet).takes == FacetTakes::One && values.size() > 1) values.erase(values.begin(), values.end() - 1);
    sort_stable(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    filter.of(facet) = std::move(values);
}

void toggle_value(Filter& filter, Facet facet, std::string_view value) {
    std::vector<std::string> values = filter.of(facet);
    const auto found = std::find(values.begin(), values.end(), value);
    if (found != values.end()) {
        values.erase(found);
    } else {
        values.emplace_back(value);
    }
    set_values(filter, facet, std::move(values));
}

}
