#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <functional>
#include <optional>

#include "models/progress/record.h"
// clang-format on

#include "ui/questions/question_runner.h"

#include <QObject>
#include <QString>

namespace trestle {

/// The user's record of past plans as the window knows it. Its file is read and changed off the GUI thread, one thing
/// at a time: while it is being changed, no other change is begun.
class RecordStore : public QObject {
    Q_OBJECT
public:
    explicit RecordStore(QObject* parent = nullptr);

    /// Reads the file anew; changed() follows where it says something else.
    void load();
    void add(const RecordedProject& project);
    void merge(const QString& path);
    void exportTo(const QString& path);
    void empty();

    [[nodiscard]] const Record& record() const { return m_record; }
    [[nodiscard]] const RecordFigures& figures() const { return m_figures; }
    /// Why the record cannot be read. Absent: it is, or has not been read yet.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    [[nodiscard]] bool isRead() const { return m_isRead; }
    [[nodiscard]] bool isBusy() const { return m_runner.isBusy(); }

Q_SIGNALS:
    void changed();                 ///< what the record says, or whether it can be read
    void told(const QString& text); ///< what was done
    void refused(const trestle::Error& error);

private:
    /// Does `work` and reads the record again; `words` are of how many projects it was about.
    void change(std::function<Result<std::size_t>()> work, std::function<QString(std::size_t)> words);
    void take(Result<Record> record);

    Record m_record;
    RecordFigures m_figures;
    std::optional<Error> m_error;
    bool m_isRead = false;
    bool m_isChanging = false;
    QuestionRunner m_runner;
};

} // namespace trestle
