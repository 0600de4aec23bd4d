#include "tests/data/support/plan_files.h"

#include "app/cli/wording_detail.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <sqlite3.h>

namespace trestle::test {

namespace {

ProjectDocument mustHave(Result<ProjectDocument> document)
{
    if (!document)
        qFatal("a test's plan cannot be read: %s", describeError(document.error()).c_str());
    return std::move(*document);
}

LoadedCatalogue makeSmallCatalogue()
{
    const Result<LoadedCatalogue> builtin = builtinCatalogue();
    if (!builtin)
        qFatal("the built-in catalogue cannot be read: %s", describeError(builtin.error()).c_str());
    QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(builtin->json)).object();
    const QJsonArray phases = json["phases"].toArray();
    QJsonArray links;
    for (const auto& link : json["links"].toArray())
        if (link.toObject()["from"] == phases[0].toObject()["id"] &&
            link.toObject()["to"] == phases[1].toObject()["id"])
            links.append(link);
    json["id"] = "small";
    json["phases"] = QJsonArray{phases[0], phases[1]};
    json["links"] = links;
    json.remove("suggestedRisks"); // of phases that are gone
    Result<LoadedCatalogue> small = parseCatalogue(QJsonDocument(json).toJson().toStdString(), "small");
    if (!small)
        qFatal("the small catalogue cannot be read: %s", describeError(small.error()).c_str());
    return std::move(*small);
}

} // namespace

std::string describeError(const Error& error)
{
    return "error " + std::to_string(static_cast<int>(error.code)) + " what: " + error.what + " where: " + error.where +
           " fix: " + cli::worded(error.fix);
}

QString codeName(ErrorCode code)
{
    return QString::number(static_cast<int>(code));
}

const LoadedCatalogue& smallCatalogue()
{
    static const LoadedCatalogue catalogue = makeSmallCatalogue();
    return catalogue;
}

ProjectDocument smallDocument()
{
    const LoadedCatalogue& catalogue = smallCatalogue();
    return {{newInputs(*catalogue.catalogue, "Small", *parseDate("2027-01-04")), {}}, catalogue};
}

ProjectDocument sampleDocument()
{
    const std::string path = TRESTLE_SOURCE "/resources/samples/ledgerly.json";
    ProjectDocument sample = mustHave(parsePlanJson(readBytes(path), path));
    sample.project.scenarios.clear();     // tests bring their own
    sample.project.base.outsideView = {}; // their figures are those of the estimates alone
    return sample;
}

Project withState(Project project, const std::string& item, ItemState state)
{
    project.base.items[item].progress.state = state;
    return project;
}

Project withNotes(Project project, const std::string& notes)
{
    project.base.notes = notes;
    return project;
}

Folder::Folder()
    : m_folder(QFileInfo("/dev/shm").isWritable() ? QString("/dev/shm/trestle-test-XXXXXX")
                                                  : QDir::temp().filePath("trestle-test-XXXXXX"))
{
}

std::string Folder::path(const std::string& name) const
{
    return m_folder.filePath(QString::fromStdString(name)).toStdString();
}

std::vector<std::string> Folder::files() const
{
    const QDir::Filters all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    std::vector<std::string> names;
    for (const QString& name : QDir(m_folder.path()).entryList(all, QDir::Name))
        names.push_back(name.toStdString());
    return names;
}

std::string readBytes(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", path.c_str());
    return file.readAll().toStdString();
}

void writeBytes(const std::string& path, const std::string& bytes)
{
    QFile file(QString::fromStdString(path));
    const auto size = static_cast<qint64>(bytes.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), size) != size)
        qFatal("cannot write %s", path.c_str());
}

std::vector<Row> sql(const std::string& path, const std::string& statements)
{
    sqlite3* db = nullptr;
    std::vector<Row> rows;
    int code = sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READWRITE, nullptr);
    const char* rest = statements.c_str();
    while (code == SQLITE_OK && *rest != '\0') {
        sqlite3_stmt* statement = nullptr;
        code = sqlite3_prepare_v2(db, rest, -1, &statement, &rest);
        if (code == SQLITE_OK && statement != nullptr) {
            rows.clear();
            while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
                Row& row = rows.emplace_back();
                for (int i = 0; i < sqlite3_column_count(statement); ++i) {
                    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
                    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, i));
                    row.push_back(text == nullptr ? "NULL" : std::string(text, size));
                }
            }
            code = sqlite3_finalize(statement);
        }
    }
    if (code != SQLITE_OK)
        rows = {{"error", sqlite3_errmsg(db)}};
    sqlite3_close(db);
    return rows;
}

std::string documentedHash(const std::string& path, std::int64_t revision)
{
    const auto rows = sql(path, "SELECT 'trestle-revision-1', id, ifnull(parent, ''), at, label, document "
                                "FROM revision WHERE id = " +
                                    std::to_string(revision));
    QByteArray bytes;
    for (const std::string& field : rows.at(0)) {
        bytes += QByteArray::number(static_cast<qulonglong>(field.size())) + ':';
        bytes += QByteArray::fromStdString(field) + ',';
    }
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
}

void rehash(const std::string& path, std::int64_t revision)
{
    const std::string id = std::to_string(revision);
    const std::string hash = documentedHash(path, revision);
    sql(path, "UPDATE revision SET sha256 = '" + hash + "' WHERE id = " + id + "; UPDATE head SET sha256 = '" + hash +
                  "' WHERE id = " + id);
}

} // namespace trestle::test
