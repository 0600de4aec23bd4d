#include "data/file_io.h"
#include "data/hash.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

using namespace trestle;
using namespace std::string_literals;
namespace fs = std::filesystem;

namespace {

void put(const fs::path& path, const std::string& bytes)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(bytes)) < 0)
        qFatal("cannot write %s", path.c_str());
}

std::string get(const fs::path& path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : "nothing there";
}

mode_t modeOf(const fs::path& path)
{
    struct stat status{};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 07777U : 0;
}

} // namespace

class FileIoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsTheBytes();
    void refusesMoreThanTheLimit();
    void saysWhyAFileCannotBeRead_data();
    void saysWhyAFileCannotBeRead();
    void readsStandardInput();
    void limitsAnEndlessFile();
    void writesANewFile();
    void replacesAndKeepsPermissions();
    void writesThroughLinks_data();
    void writesThroughLinks();
    void refusesALinkToItself();
    void writesIntoADevice();
    void reportsAFullDisk();
    void saysWhyAFileCannotBeWritten_data();
    void saysWhyAFileCannotBeWritten();
    void respectsWriteProtection();
    void hashesAsPublished_data();
    void hashesAsPublished();

private:
    /// Names in the folder, so that no temporary file is left unseen.
    [[nodiscard]] QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }
    [[nodiscard]] fs::path at(const std::string& name) const { return fs::path(m_folder->path().toStdString()) / name; }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void FileIoTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void FileIoTest::readsTheBytes()
{
    std::string bytes("a\0b\r\n\xff", 6);
    bytes += std::string(200'000, 'x');
    put(at("f"), bytes);
    const auto text = readTextFile(at("f"));
    QVERIFY(text);
    QVERIFY(*text == bytes);
}

void FileIoTest::refusesMoreThanTheLimit()
{
    put(at("f"), "12345");
    QCOMPARE(readTextFile(at("f"), 5).value_or(""), std::string("12345"));
    const auto refused = readTextFile(at("f"), 4);
    QVERIFY(!refused);
    QVERIFY((refused.error() == Error{ErrorCode::fileTooLarge, at("f"), "", {DetailKind::bytes, {"4"}}}));
}

void FileIoTest::saysWhyAFileCannotBeRead_data()
{
    QTest::addColumn<std::string>("path");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no such file") << "missing.json"s << ErrorCode::fileNotFound;
    QTest::newRow("no such folder") << "missing/f.json"s << ErrorCode::fileNotFound;
    QTest::newRow("a file as folder") << "file/f.json"s << ErrorCode::fileNotFound;
    QTest::newRow("a folder") << "folder"s << ErrorCode::fileUnreadable;
    QTest::newRow("a name with a NUL") << "file\0.json"s << ErrorCode::fileNotFound;
}

void FileIoTest::saysWhyAFileCannotBeRead()
{
    QFETCH(std::string, path);
    QFETCH(ErrorCode, code);
    put(at("file"), "x");
    fs::create_directory(at("folder"));
    const std::string whole = m_folder->path().toStdString() + "/" + path;
    const auto text = readTextFile(whole);
    QVERIFY(!text);
    QCOMPARE(text.error().code, code);
    QCOMPARE(text.error().what, whole);
    QCOMPARE(text.error().fix.empty(), code == ErrorCode::fileNotFound);
}

void FileIoTest::readsStandardInput()
{
    std::array<int, 2> pipe{};
    QCOMPARE(::pipe(pipe.data()), 0);
    QCOMPARE(::write(pipe[1], "{}", 2), ssize_t{2});
    ::close(pipe[1]);
    const int before = ::dup(STDIN_FILENO);
    ::dup2(pipe[0], STDIN_FILENO);
    const auto text = readTextFile("-");
    ::dup2(before, STDIN_FILENO);
    ::close(before);
    ::close(pipe[0]);
    QCOMPARE(text.value_or("error"), std::string("{}"));
}

void FileIoTest::limitsAnEndlessFile()
{
    const auto text = readTextFile("/dev/zero", std::size_t{1} << 20);
    QVERIFY(!text);
    QVERIFY((text.error() == Error{ErrorCode::fileTooLarge, "/dev/zero", "", {DetailKind::megabytes, {"1"}}}));
}

void FileIoTest::writesANewFile()
{
    const mode_t mask = ::umask(027);
    const auto written = writeFileAtomically(at("new.json"), "content");
    ::umask(mask);
    QVERIFY(written);
    QCOMPARE(get(at("new.json")), std::string("content"));
    QCOMPARE(modeOf(at("new.json")), mode_t{0640});
    QCOMPARE(names(), QStringList{"new.json"});
}

void FileIoTest::replacesAndKeepsPermissions()
{
    put(at("f"), "a longer text that must be gone");
    ::chmod(at("f").c_str(), 0604);
    QVERIFY(writeFileAtomically(at("f"), "short"));
    QCOMPARE(get(at("f")), std::string("short"));
    QCOMPARE(modeOf(at("f")), mode_t{0604});
    QCOMPARE(names(), QStringList{"f"});
}

void FileIoTest::writesThroughLinks_data()
{
    QTest::addColumn<bool>("exists");
    QTest::addColumn<bool>("relative");
    QTest::newRow("relative, to a file") << true << true;
    QTest::newRow("relative, to nothing yet") << false << true;
    QTest::newRow("absolute, to a file") << true << false;
    QTest::newRow("absolute, to nothing yet") << false << false;
}

void FileIoTest::writesThroughLinks()
{
    QFETCH(bool, exists);
    QFETCH(bool, relative);
    fs::create_directory(at("folder"));
    if (exists)
        put(at("folder/target"), "old");
    fs::create_symlink(relative ? fs::path("folder/target") : at("folder/target"), at("second"));
    fs::create_symlink("second", at("first"));
    QVERIFY(writeFileAtomically(at("first"), "new"));
    QVERIFY(fs::is_symlink(at("first")));
    QVERIFY(fs::is_symlink(at("second")));
    QVERIFY(!fs::is_symlink(at("folder/target")));
    QCOMPARE(get(at("folder/target")), std::string("new"));
}

void FileIoTest::refusesALinkToItself()
{
    fs::create_symlink("loop", at("loop"));
    const auto written = writeFileAtomically(at("loop"), "x");
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::fileUnwritable);
    QCOMPARE(names(), QStringList{"loop"});
}

void FileIoTest::writesIntoADevice()
{
    QVERIFY(writeFileAtomically("/dev/null", "x"));
    QVERIFY(fs::is_character_file("/dev/null"));
}

void FileIoTest::reportsAFullDisk()
{
    const auto written = writeFileAtomically("/dev/full", "x");
    QVERIFY(!written);
    QVERIFY((written.error() == Error{ErrorCode::diskFull, "/dev/full", "", ""}));
}

void FileIoTest::saysWhyAFileCannotBeWritten_data()
{
    QTest::addColumn<std::string>("path");
    QTest::newRow("no such folder") << "missing/f.json"s;
    QTest::newRow("a file as folder") << "file/f.json"s;
    QTest::newRow("a folder") << "folder"s;
    QTest::newRow("a folder by its slash") << "new/"s;
    QTest::newRow("a name with a NUL") << "file\0.json"s;
    QTest::newRow("a name that is too long") << std::string(300, 'n');
}

void FileIoTest::saysWhyAFileCannotBeWritten()
{
    QFETCH(std::string, path);
    put(at("file"), "x");
    fs::create_directory(at("folder"));
    const std::string whole = m_folder->path().toStdString() + "/" + path;
    const auto written = writeFileAtomically(whole, "content");
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::fileUnwritable);
    QCOMPARE(written.error().what, whole);
    QVERIFY(!written.error().fix.empty());
    QCOMPARE(names(), (QStringList{"file", "folder"}));
    QCOMPARE(get(at("file")), std::string("x"));
    QVERIFY(fs::is_empty(at("folder")));
}

void FileIoTest::respectsWriteProtection()
{
    if (::geteuid() == 0)
        QSKIP("nothing is write-protected for root");
    put(at("f"), "old");
    ::chmod(at("f").c_str(), 0444);
    const auto written = writeFileAtomically(at("f"), "new");
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::fileUnwritable);
    QCOMPARE(get(at("f")), std::string("old"));
}

void FileIoTest::hashesAsPublished_data()
{
    // FIPS 180-4 examples.
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<std::string>("hash");
    QTest::newRow("empty") << ""s
                           << "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"s;
    QTest::newRow("abc") << "abc"s
                         << "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"s;
    QTest::newRow("a million") << std::string(1'000'000, 'a')
                               << "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"s;
}

void FileIoTest::hashesAsPublished()
{
    QFETCH(std::string, bytes);
    QFETCH(std::string, hash);
    QCOMPARE(sha256Hex(bytes), hash);
}

QTEST_GUILESS_MAIN(FileIoTest)
#include "tst_file_io.moc"
