#include "ui/record/record_store.h"

#include "data/file_io.h"
#include "data/record/record_file.h"
#include "data/record_json.h"
#include "ui/base/format.h"

#include <QFileInfo>

#include <utility>

namespace trestle {

RecordStore::RecordStore(QObject* parent) : QObject(parent), m_figures(figuresOf({})), m_runner(this) {}

void RecordStore::load()
{
    if (isBusy())
        return; // what is under way reads it as well
    m_runner.ask([](const QuestionOptions&) { return userRecord(); },
                 [this](Result<Record> record) { take(std::move(record)); });
}

void RecordStore::take(Result<Record> record)
{
    std::optional<Error> error;
    if (!record)
        error = record.error();
    Record projects = std::move(record).value_or(Record{});
    if (std::exchange(m_isRead, true) && error == m_error && projects == m_record)
        return;
    m_error = std::move(error);
    m_record = std::move(projects);
    m_figures = figuresOf(m_record);
    Q_EMIT changed();
}

void RecordStore::change(std::function<Result<std::size_t>()> work, std::function<QString(std::size_t)> words)
{
    if (std::exchange(m_isChanging, true))
        return;
    struct Outcome {
        Result<std::size_t> done;
        Result<Record> record;
    };
    m_runner.ask(
        [work = std::move(work)](const QuestionOptions&) {
            Result<std::size_t> done = work();
            return Outcome{std::move(done), userRecord()};
        },
        [this, words = std::move(words)](Outcome outcome) {
            m_isChanging = false;
            take(std::move(outcome.record));
            if (outcome.done)
                Q_EMIT told(words(*outcome.done));
            else
                Q_EMIT refused(outcome.done.error());
        });
}

void RecordStore::add(const RecordedProject& project)
{
    change([project] { return addToUserRecord({project}); },
           [](std::size_t added) { return added > 0 ? tr("Recorded") : tr("That is in the record already"); });
}

void RecordStore::merge(const QString& path)
{
    change(
        [file = format::utf8(path)]() -> Result<std::size_t> {
            const auto other = readRecordFile(file);
            return other ? addToUserRecord(*other) : std::unexpected(other.error());
        },
        [](std::size_t added) {
            return added == 0   ? tr("All of its projects are in the record already")
                   : added == 1 ? tr("1 project added")
                                : tr("%1 projects added").arg(format::number(static_cast<double>(added), 0));
        });
}

void RecordStore::exportTo(const QString& path)
{
    change(
        [file = format::utf8(path)]() -> Result<std::size_t> {
            const auto record = userRecord();
            if (!record)
                return std::unexpected(record.error());
            const auto written = writeFileAtomically(file, recordFileText(*record));
            return written ? Result<std::size_t>(record->size()) : std::unexpected(written.error());
        },
        [name = QFileInfo(path).fileName()](std::size_t) { return tr("Exported to %1").arg(name); });
}

void RecordStore::empty()
{
    change([] { return emptyUserRecord(); }, [](std::size_t) { return tr("The record is empty now"); });
}

} // namespace trestle
