#include "cli/commands.hpp"
#include "core/base/locale.hpp"
#include "core/base/version.hpp"

#include <cstdlib>
#include <span>

using namespace atlas;
using namespace atlas::cli;

namespace {

constexpr Words k_usage = {
    "usage : cluster-atlas [--lang fr|en] COMMANDE FICHIER…\n"
    "  check FICHIER        vérifie un jeu de données, dit ce qui ne va pas et compte le reste\n"
    "  stats FICHIER        nombres publiés de pôles à côté de ceux qui suivent des labels\n"
    "  diff ANCIEN NOUVEAU  entrées, sorties, changements de nom, de siège, de label, chiffres nouveaux\n"
    "  csv FICHIER          une ligne par organisation (point-virgule et virgule décimale en français)\n"
    "  document FICHIER     tout ce que l’atlas dit, en une page HTML de mots et de tableaux\n"
    "  import TABLEAU.csv [--map FICHIER.map] [--dates dmy|mdy]\n"
    "                       jeu de données d’un tableau, sur la sortie standard ; dit chaque cellule en cause\n"
    "« - » lit l’entrée standard. Code de sortie : 0 bon, 1 fichier fautif, 2 mauvais usage.\n",
    "usage: cluster-atlas [--lang fr|en] COMMAND FILE…\n"
    "  check FILE    checks a snapshot, says what is wrong and counts the rest\n"
    "  stats FILE    published numbers of clusters beside those that follow from the labels\n"
    "  diff OLD NEW  what entered, left, was renamed, moved, got another label; new figures\n"
    "  csv FILE      one row per organisation (comma and decimal point; --lang fr for a French spreadsheet)\n"
    "  document FILE all that the atlas says, as one HTML page of words and tables\n"
    "  import TABLE.csv [--map FILE.map] [--dates dmy|mdy]\n"
    "                a table to a snapshot on standard output; names every cell that can’t be taken as it stands\n"
    "“-” reads standard input. Exit code: 0 good, 1 bad file, 2 bad usage.\n"};

// "de_AT.UTF-8": the language of "de".
Lang lang_of_locale(std::string_view name) {
    const std::optional<Lang> lang = Lang::parse(name.substr(0, name.find_first_of("_.@")));
    return lang.value_or(Lang::En);
}

Lang environment_lang() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0') return lang_of_locale(value);
    }
    return Lang::En;
}

// The options behind "import", each with its value; nothing when they are none.
std::optional<ImportOptions> import_options(std::span<const std::string> arguments) {
    if (arguments.size() % 2 != 0) return std::nullopt;
    ImportOptions options{arguments[1], {}, {}};
    for (std::size_t i = 2; i < arguments.size(); i += 2) {
        const std::string& value = arguments[i + 1];
        if (arguments[i] == "--map") {
            options.map_path = value;
        } else if (arguments[i] == "--dates" && (value == "dmy" || value == "mdy")) {
            options.day_order = value;
        } else {
            return std::nullopt;
        }
    }
    return options;
}

Exit run(const Console& console, std::span<const std::string> arguments) {
    const std::string command = arguments.empty() ? "" : arguments[0];
    if (command == "check" && arguments.size() == 2) return check(console, arguments[1]);
    if (command == "stats" && arguments.size() == 2) return stats(console, arguments[1]);
    if (command == "csv" && arguments.size() == 2) return csv(console, arguments[1]);
    if (command == "document" && arguments.size() == 2) return document(console, arguments[1]);
    if (command == "diff" && arguments.size() == 3) return diff(console, arguments[1], arguments[2]);
    if (command == "import" && arguments.size() >= 2)
        if (const auto options = import_options(arguments)) return import(console, *options);
    if (command == "--version" || command == "version") {
        console.line("cluster-atlas " + std::string(version()));
        return Exit::Good;
    }
    const bool asked = command == "help" || command == "--help" || command == "-h";
    std::fputs(console.say(k_usage), asked ? stdout : stderr);
    return asked ? Exit::Good : Exit::Usage;
}

}

int main(int count, char** values) {
    std::vector<std::string> arguments(values + 1, values + count);
    Lang lang = environment_lang();
    if (arguments.size() >= 2 && arguments[0] == "--lang") {
        const std::optional<Lang> asked = Lang::parse(arguments[1]);
        if (!asked || find_language(*asked) == nullptr) arguments.assign(1, "");
        if (arguments.size() >= 2) {
            lang = *asked;
            arguments.erase(arguments.begin(), arguments.begin() + 2);
        }
    }
    return static_cast<int>(run(Console(lang), arguments));
}
