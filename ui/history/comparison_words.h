#pragma once

#include "data/plan_file/plan_file.h"
#include "models/risk/version_comparison.h"
#include "ui/history/change_words.h"

#include <QColor>
#include <QPalette>
#include <QString>

#include <vector>

namespace trestle {

/// A figure of two versions side by side.
struct ComparedFigure {
    QString caption;
    QString before;
    QString after;
    QString difference; ///< "2 weeks later", "same"
    friend bool operator==(const ComparedFigure&, const ComparedFigure&) = default;
};

struct ChangeSection {
    QString title;
    std::vector<ChangeWords> changes;
    friend bool operator==(const ChangeSection&, const ChangeSection&) = default;
};

/// "What changed since …", as plain values that a page in the window, a text, a web page and a report are made from.
struct ComparisonWords {
    QString plan;   ///< name, and the client
    QString title;  ///< "What changed since “Sent to investors”"
    QString before; ///< names of the versions
    QString after;
    QString summary; ///< the headline's difference in a sentence or two
    std::vector<ComparedFigure> figures;
    std::vector<ChangeSection> sections;
};

/// What the two versions are called: a tag or the label, and when it was made.
struct VersionName {
    QString name;  ///< "Sent to investors", quoted where it is a tag; "now"
    QString since; ///< for the title: "“Sent to investors”", "3 Dec 2026, 14:03"
    friend bool operator==(const VersionName&, const VersionName&) = default;
};

VersionName versionName(const Revision& version);
VersionName nameOfNow(Date today);

ComparisonWords comparisonWords(const VersionComparison& comparison, const Catalogue& catalogue, const Inputs& newer,
                                const VersionName& before, const VersionName& after);

/// For the clipboard and mail.
QString comparisonText(const ComparisonWords& words);
/// For the window and for browsers, in the colours of a palette; `whole` with head and character set.
QString comparisonHtml(const ComparisonWords& words, const QPalette& palette, bool whole);

} // namespace trestle
