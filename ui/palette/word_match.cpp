#include "ui/palette/word_match.h"

#include <QStringList>

#include <algorithm>

namespace trestle {

namespace {

constexpr int kLaterWord = 1;
constexpr int kInside = 8;
constexpr int kLettersAlone = 16;

/// Small letters without accents.
QString folded(const QString& text)
{
    QString letters = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    letters.removeIf([](QChar c) { return c.isMark(); });
    return letters;
}

bool beginsWord(const QString& text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

/// The letters in their order, the first at the start of a word and no wider apart than a few words.
std::optional<int> lettersInOrder(const QString& word, const QString& text)
{
    std::optional<int> best;
    for (qsizetype from = 0; from < text.size(); ++from) {
        if (text[from] != word[0] || !beginsWord(text, from))
            continue;
        qsizetype at = from;
        int skipped = 0; // letters within words; the rest of a word whose next one is typed costs nothing
        bool found = true;
        for (qsizetype letter = 1; letter < word.size() && found; ++letter) {
            const qsizetype next = text.indexOf(word[letter], at + 1);
            found = next >= 0;
            if (found && !beginsWord(text, next))
                skipped += static_cast<int>(next - at - 1);
            at = next;
        }
        if (found && skipped <= 2 * word.size() && (!best || skipped < *best))
            best = skipped;
    }
    return best;
}

std::optional<int> distanceOf(const QString& word, const QString& text)
{
    std::optional<int> best;
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const int here = at == 0 ? 0 : beginsWord(text, at) ? kLaterWord : kInside;
        best = std::min(here, best.value_or(here));
    }
    if (best || word.size() < 2)
        return best;
    if (const std::optional<int> skipped = lettersInOrder(word, text))
        return kLettersAlone + *skipped;
    return {};
}

} // namespace

std::optional<int> wordDistance(const QString& typed, const QString& text)
{
    const QString where = folded(text);
    int sum = 0;
    for (const QString& word : folded(typed).split(u' ', Qt::SkipEmptyParts)) {
        const std::optional<int> distance = distanceOf(word, where);
        if (!distance)
            return {};
        sum += *distance;
    }
    return sum;
}

} // namespace trestle
