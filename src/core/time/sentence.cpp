#include "core/time/sentence.hpp"

#include "core/base/messages.hpp"
#include "core/snapshot/label_index.hpp"

#include <algorithm>

namespace atlas {

namespace {

bool shares_label(const Cluster& cluster, Date date) {
    return std::any_of(cluster.labels.begin(), cluster.labels.end(),
                       [&](const Label& label) { return is_joint_at(label, date); });
}

// Those that share a label at one of the dates only.
std::vector<std::string> joint_names(const SentenceInput& input) {
    const Changes& changes = input.changes;
    std::vector<std::string> names;
    for (const Cluster& cluster : input.snapshot.clusters)
        if (shares_label(cluster, changes.earlier) != shares_label(cluster, changes.later))
            names.push_back(cluster.short_name);
    return names;
}

std::string joint_remark(const SentenceInput& input) {
    if (input.changes.joint_difference == 0) return {};
    const Msg message = input.changes.joint_difference > 0 ? Msg::ChangeJointBefore : Msg::ChangeJointAfter;
    return say(message, input.lang, {join_and(joint_names(input), input.lang)});
}

std::string with_labels(const std::string& count, const std::string& labels) {
    return count + " (" + labels + ")";
}

std::vector<std::string> parts(const ChangeCounts& counts, Lang lang) {
    std::vector<std::string> list;
    const auto add = [&](Plural words, std::int32_t n) {
        if (n > 0) list.push_back(say_count(words, lang, n));
    };
    add(Plural::ChangeEnteredCount, counts.entered);
    add(Plural::ChangeLeftCount, counts.left);
    add(Plural::ChangeMergedCount, counts.mergers);
    if (counts.lost_by_merger() > 0)
        list.back() = with_labels(list.back(), say_count(Plural::ChangeFewer, lang, counts.lost_by_merger()));
    add(Plural::ChangeSplit, counts.splits);
    if (counts.splits > 0)
        list.back() = with_labels(list.back(), say_count(Plural::ChangeMore, lang, counts.won_by_split()));
    add(Plural::ChangeRenamedCount, counts.renamed);
    return list;
}

bool change_sum_is_trivial(const Changes& changes) {
    const ChangeCounts counts = count_changes(changes);
    return counts.entered == 0 && counts.left == 0 && counts.lost_by_merger() == 0 && counts.won_by_split() == 0 &&
           changes.joint_difference == 0;
}

std::string headline(const Changes& changes, Lang lang) {
    const std::string before = format_number(changes.holders_earlier, lang);
    const std::string after = format_number(changes.holders_later, lang);
    const std::vector<std::string> list = parts(count_changes(changes), lang);
    if (list.empty() && changes.joint_difference == 0)
        return say(Msg::ChangeNothing, lang, {say_count(Plural::Clusters, lang, changes.holders_later)});
    const bool is_same = changes.holders_earlier == changes.holders_later;
    const Plural words = is_same ? Plural::ChangeStay : Plural::ChangeBecome;
    const std::string numbers = say(words, lang, changes.holders_earlier, {before, after});
    return list.empty() ? numbers : say(Msg::ChangeColon, lang, {numbers, join(list)});
}

}

std::string date_in_sentence(PartialDate date, Lang lang) {
    const std::string words = format_date(date, lang, DateStyle::Long);
    if (date.month == 0) return say(Msg::ChangeYearEnd, lang, {words});
    return date.day == 0 ? words : say(Msg::ChangeOnDay, lang, {words});
}

std::string change_sum(const Changes& changes, Lang lang) {
    const ChangeCounts counts = count_changes(changes);
    std::string sum = format_number(changes.holders_earlier, lang);
    const auto add = [&](std::int32_t n) {
        if (n == 0) return;
        sum += n > 0 ? " + " : " \u2212 ";
        sum += format_number(n > 0 ? n : -n, lang);
    };
    add(counts.entered);
    add(-counts.left);
    add(-counts.lost_by_merger());
    add(counts.won_by_split());
    add(changes.joint_difference);
    return sum + " = " + format_number(changes.holders_later, lang);
}

ChangeSentence change_sentence(const SentenceInput& input) {
    ChangeSentence sentence;
    sentence.lead = say(Msg::ChangeBetween, input.lang,
                        {date_in_sentence(input.earlier, input.lang), date_in_sentence(input.later, input.lang)});
    sentence.headline = headline(input.changes, input.lang);
    sentence.sum = change_sum(input.changes, input.lang);
    sentence.remark = joint_remark(input);
    const std::string sum = say(Msg::ChangeEachOnce, input.lang, {sentence.sum});
    sentence.account = sentence.remark.empty() ? sum : say(Msg::ChangeColon, input.lang, {sentence.remark, sum});
    const bool is_still = change_sum_is_trivial(input.changes);
    sentence.text = sentence.lead + ", " + sentence.headline + "." + (is_still ? "" : " " + sentence.account + ".");
    return sentence;
}

}
