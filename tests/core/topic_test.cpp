#include "core/state/topic.hpp"

#include <doctest/doctest.h>

using namespace atlas;

TEST_CASE("a topic is written as kind and id") {
    CHECK(topic_of("cluster:axelera") == Topic(about::Cluster{"axelera"}));
    CHECK(topic_of("figure:fig-1") == Topic(about::Figure{"fig-1"}));
    CHECK(topic_of("contradiction:shares-88") == Topic(about::Contradiction{"shares-88"}));
    CHECK(topic_of("story:a:b") == Topic(about::Story{"a:b"}));
    CHECK(topic_of("policy:france-2030") == Topic(about::Policy{"france-2030"}));
    CHECK(topic_of("report:axelera") == Topic(about::Report{"axelera"}));
    CHECK(topic_of("report:") == Topic(about::Report{}));
    CHECK(topic_of("count:2012-12-31") == Topic(about::Count{from_civil(2012, 12, 31)}));
    CHECK(topic_of("phase:4") == Topic(about::Phase{4}));
    CHECK(topic_of("4") == Topic(about::Phase{4}));
}

TEST_CASE("other texts are about nothing") {
    for (const char* text :
         {"", ":", "axelera", "Cluster:axelera", "clusters:axelera", "phase:", "phase:4a", "4 ", "99999999999999999999",
          "count:", "count:2012-12", "count:2012-02-30", "count:yesterday"}) {
        CAPTURE(text);
        CHECK(topic_of(text) == Topic());
    }
}
