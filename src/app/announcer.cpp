#include "app/announcer.hpp"

#include <utility>

namespace atlas::app {

const std::string& Announcer::status(const Reading& now) {
    if (!m_heard)
        m_status = count_status(now);
    else if (std::optional<std::string> words = status_words(*m_heard, now))
        if (!words->empty() || m_status == m_heard->session.ui.notice) // what was said after a notice outlives it
            m_status = *std::move(words);
    m_heard = Heard{now.session, now.result.shown_count};
    return m_status;
}

}
