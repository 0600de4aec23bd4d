#include "app/cli/completions.h"

#include "app/cli/help.h"
#include "app/cli/text.h"
#include "app/cli/values.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace trestle::cli {

namespace {

/// An option as a shell sees it.
struct Completed {
    std::vector<std::string> names; ///< "-h", "--help"
    bool takesValue = false;
    bool isFile = false;              ///< the value is a file's name
    std::vector<std::string> choices; ///< what the value may be, where that is a few words
    const OptionHelp* help = nullptr;
};

bool isFileForm(std::string_view form)
{
    constexpr std::array kFiles{"PLAN", "FILE", "OUT", "IN", "DIR"};
    return std::ranges::find(kFiles, form) != kFiles.end();
}

Completed completed(const OptionHelp& option)
{
    Completed result;
    result.help = &option;
    if (option.argument) {
        result.isFile = isFileForm(option.form);
        return result;
    }
    for (const std::string& word : split(option.form, ' ')) {
        if (word.starts_with('-')) {
            result.names.push_back(word);
            continue;
        }
        result.takesValue = true;
        result.isFile = isFileForm(word);
        // "ID=open|happened" and "usual|M:S" have parts that are no words to choose.
        std::vector<std::string> words = split(word, '|');
        std::erase_if(words, [](const std::string& one) { return one.find_first_of("=:") != std::string::npos; });
        if (words.size() > 1)
            result.choices = std::move(words);
    }
    return result;
}

std::vector<Completed> optionsOf(const CommandHelp& command)
{
    std::vector<Completed> options;
    for (const OptionHelp& option : command.options)
        if (Completed one = completed(option); !one.names.empty())
            options.push_back(std::move(one));
    return options;
}

bool takesFiles(const CommandHelp& command)
{
    return std::ranges::any_of(command.options, [](const OptionHelp& option) { return completed(option).isFile; });
}

/// The commands right behind a group's name, the program being the outermost group.
std::vector<const CommandHelp*> commandsIn(const std::vector<CommandHelp>& all, const std::string& group)
{
    const std::string before = group.empty() ? "" : group + " ";
    std::vector<const CommandHelp*> found;
    for (const CommandHelp& command : all)
        if (command.name.size() > before.size() && command.name.starts_with(before) &&
            command.name.find(' ', before.size()) == std::string::npos)
            found.push_back(&command);
    return found;
}

std::string lastWord(const std::string& name)
{
    return name.substr(name.rfind(' ') + 1); // all of it where there is no space
}

std::string namesIn(const std::vector<CommandHelp>& all, const std::string& group)
{
    std::vector<std::string> names;
    for (const CommandHelp* command : commandsIn(all, group))
        names.push_back(lastWord(command->name));
    return joined(names, " ");
}

std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

/// Within single quotes of bash and zsh.
std::string shellQuoted(const std::string& text)
{
    return "'" + replaced(text, "'", "'\\''") + "'";
}

constexpr std::string_view kBashStart = R"(# Completion of trestle for bash, as 'trestle --completion bash' writes it.
_trestle()
{
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= i
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        case "$command ${COMP_WORDS[i]}" in
)";

std::string bash(const std::vector<CommandHelp>& all)
{
    std::string script(kBashStart);
    for (const CommandHelp& command : all)
        if (!command.name.empty())
            script += "            '" + std::string(command.name.find(' ') == std::string::npos ? " " : "") +
                      command.name + "') command='" + command.name + "' ;;\n";
    script += "        esac\n    done\n    case \"$command $prev\" in\n";
    for (const CommandHelp& command : all)
        for (const Completed& option : optionsOf(command)) {
            if (!option.takesValue)
                continue;
            const std::string words = option.isFile ? "-f" : "-W '" + joined(option.choices, " ") + "'";
            for (const std::string& name : option.names)
                script += "        '" + command.name + ' ' + name + "') COMPREPLY=($(compgen " + words +
                          " -- \"$cur\")); return ;;\n";
        }
    script += "    esac\n    case \"$command\" in\n";
    for (const CommandHelp& command : all) {
        std::vector<std::string> names;
        for (const Completed& option : optionsOf(command))
            names.insert(names.end(), option.names.begin(), option.names.end());
        script += "        '" + command.name +
                  "')\n            if [[ $cur == -* ]]; then\n                COMPREPLY=($(" + "compgen -W '" +
                  joined(names, " ") + "' -- \"$cur\"))\n            else\n                COMPREPLY=(" +
                  "$(compgen -W '" + namesIn(all, command.name) + "'" + (takesFiles(command) ? " -f" : "") +
                  " -- \"$cur\"))\n            fi ;;\n";
    }
    return script + "    esac\n}\ncomplete -o filenames -F _trestle trestle\n";
}

/// What stands in the brackets and between the colons of `_arguments`.
std::string zshText(const std::string& text)
{
    std::string out = text;
    for (const char* special : {"\\", ":", "[", "]"})
        out = replaced(out, special, std::string("\\") + special);
    return out;
}

std::string zshFunction(const std::string& name)
{
    return "_trestle" + (name.empty() ? "" : "_" + replaced(name, " ", "_"));
}

std::string zshOptions(const CommandHelp& command)
{
    std::string script = "    _arguments";
    for (const Completed& option : optionsOf(command))
        for (const std::string& name : option.names) {
            std::string spec =
                (option.help->repeated ? "*" : "") + name + "[" + zshText(option.help->description) + "]";
            if (option.takesValue)
                spec += ":value:" + (option.isFile            ? std::string("_files")
                                     : option.choices.empty() ? std::string()
                                                              : "(" + joined(option.choices, " ") + ")");
            script += " \\\n        " + shellQuoted(spec);
        }
    return script + (takesFiles(command) ? " \\\n        '*:file:_files'\n" : "\n");
}

std::string zsh(const std::vector<CommandHelp>& all)
{
    std::string script =
        "#compdef trestle\n# Completion of trestle for zsh, as 'trestle --completion zsh' writes it.\n";
    // Inner functions first: each is called by the one of its group.
    for (auto command = all.rbegin(); command != all.rend(); ++command) {
        script += zshFunction(command->name) + "() {\n";
        const auto inner = commandsIn(all, command->name);
        if (!inner.empty()) {
            script += "    local -a commands=(\n";
            for (const CommandHelp* one : inner)
                script += "        " + shellQuoted(lastWord(one->name) + ":" + zshText(one->description)) + "\n";
            script +=
                "    )\n    if (( CURRENT == 2 )); then\n        _describe -t commands command commands\n    else\n"
                "        case ${words[2]} in\n";
            for (const CommandHelp* one : inner)
                script += "            " + lastWord(one->name) + ") shift words; (( CURRENT-- )); " +
                          zshFunction(one->name) + "; return ;;\n";
            script += "        esac\n    fi\n";
        }
        script += zshOptions(*command) + "}\n";
    }
    // As an autoloaded function the file is run to complete; sourced, it only says what completes.
    return script + "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then\n    _trestle \"$@\"\nelse\n"
                    "    (( $+functions[compdef] )) && compdef _trestle trestle\nfi\n";
}

/// The words of a command have been typed, and of a group no command behind it.
std::string fishCondition(const CommandHelp& command)
{
    if (command.name.empty())
        return "__fish_use_subcommand";
    std::vector<std::string> seen;
    for (const std::string& word : split(command.name, ' '))
        seen.push_back("__fish_seen_subcommand_from " + word);
    return joined(seen, "; and ");
}

std::string fish(const std::vector<CommandHelp>& all)
{
    std::string script = "# Completion of trestle for fish, as 'trestle --completion fish' writes it.\n"
                         "complete -c trestle -f\n";
    const auto text = [](const std::string& words) {
        return "'" + replaced(replaced(words, "\\", "\\\\"), "'", "\\'") + "'";
    };
    for (const CommandHelp& command : all) {
        const std::string start = "complete -c trestle -n " + text(fishCondition(command));
        const std::string inner = namesIn(all, command.name);
        for (const CommandHelp* one : commandsIn(all, command.name))
            script +=
                "complete -c trestle -n " +
                text(command.name.empty() ? fishCondition(command)
                                          : fishCondition(command) + "; and not __fish_seen_subcommand_from " + inner) +
                " -a " + lastWord(one->name) + " -d " + text(one->description) + "\n";
        if (takesFiles(command))
            script += start + " -F\n";
        for (const Completed& option : optionsOf(command)) {
            script += start;
            for (const std::string& name : option.names)
                script += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
            if (option.takesValue)
                script += option.isFile            ? " -r -F"
                          : option.choices.empty() ? " -x"
                                                   : " -x -a " + text(joined(option.choices, " "));
            script += " -d " + text(option.help->description) + "\n";
        }
    }
    return script;
}

} // namespace

std::string completions(const CLI::App& program, const std::string& shell)
{
    const std::vector<CommandHelp> all = describeCommands(program);
    return shell == "bash" ? bash(all) : shell == "zsh" ? zsh(all) : fish(all);
}

} // namespace trestle::cli
