#pragma once

#include "data/plan_file/plan_file.h"
#include "ui/document/plan_document.h"

#include <QDir>
#include <QFile>
#include <QString>

/// What the tests of the open plan share: an edit to make, what is on disk after it, and a file that takes none.
namespace trestle::testing {

inline bool rename(PlanDocument& document, const char* name, const char* key = "name")
{
    return document.edit(
        QStringLiteral("Name"), [name](Inputs& inputs) { inputs.name = name; }, QString::fromLatin1(key));
}

/// What the file says when read by someone else.
inline Project projectOnDisk(const QString& path)
{
    const Result<PlanFile> file = PlanFile::open(path.toStdString(), OpenMode::readOnly);
    if (!file)
        qFatal("The plan file does not open: %s", file.error().what.c_str());
    return file->document().project;
}

inline Inputs inputsOnDisk(const QString& path)
{
    return projectOnDisk(path).base;
}

/// Makes a folder unwritable for SQLite's journal as long as it lives. Root may write anywhere, so the journal's name
/// is taken by a folder instead of by rights.
class BlockedJournal {
public:
    explicit BlockedJournal(const QString& plan) : m_path(plan + QStringLiteral("-journal"))
    {
        QFile::remove(m_path);
        QDir().mkpath(m_path + QStringLiteral("/in the way"));
    }
    ~BlockedJournal() { QDir(m_path).removeRecursively(); }
    Q_DISABLE_COPY_MOVE(BlockedJournal)

private:
    QString m_path;
};

} // namespace trestle::testing
