#include "tests/app/support/program.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <vector>

namespace {

constexpr int kPatience = 120'000; // milliseconds; a machine under load is no failure

QProcessEnvironment environmentWith(const Variables& variables)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // A window is never wanted here, and the width must not be that of whoever runs the tests.
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "COLUMNS", "SOURCE_DATE_EPOCH"})
        environment.remove(QString::fromLatin1(name));
    for (auto variable = variables.begin(); variable != variables.end(); ++variable) {
        if (variable.value().isNull())
            environment.remove(variable.key());
        else
            environment.insert(variable.key(), variable.value());
    }
    return environment;
}

Outcome finish(QProcess& process, const QByteArray& input)
{
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(kPatience) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError() + process.errorString().toUtf8()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// What an argument list looks like to execve.
std::vector<char*> pointers(std::vector<QByteArray>& texts)
{
    std::vector<char*> list;
    for (QByteArray& text : texts)
        list.push_back(text.data());
    list.push_back(nullptr);
    return list;
}

} // namespace

void Workshop::write(const QString& name, const QByteArray& bytes) const
{
    QFile file(path(name));
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray Workshop::read(const QString& name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file ") + name.toUtf8() + ')';
}

bool Workshop::has(const QString& name) const
{
    return QFile::exists(path(name));
}

QByteArray Workshop::fingerprint() const
{
    QStringList paths;
    QDirIterator files(m_folder.path(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        paths += files.next();
    paths.sort();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString& file : std::as_const(paths)) {
        hash.addData(file.toUtf8());
        if (QFile content(file); QFileInfo(file).isFile() && content.open(QIODevice::ReadOnly))
            hash.addData(content.readAll());
    }
    return hash.result().toHex();
}

Outcome Workshop::run(const QStringList& arguments, const QByteArray& input, const Variables& environment) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessEnvironment(environmentWith(environment));
    process.start(QString::fromUtf8(TRESTLE_PROGRAM), arguments);
    return finish(process, input);
}

Outcome Workshop::runInto(int descriptor, const QStringList& arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessEnvironment(environmentWith({}));
    process.setChildProcessModifier([descriptor] { dup2(descriptor, STDOUT_FILENO); });
    process.start(QString::fromUtf8(TRESTLE_PROGRAM), arguments);
    return finish(process, {});
}

Outcome Workshop::shell(const QString& command, const Variables& environment) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    QProcessEnvironment variables = environmentWith(environment);
    variables.insert(QStringLiteral("T"), QString::fromUtf8(TRESTLE_PROGRAM));
    process.setProcessEnvironment(variables);
    process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command});
    return finish(process, {});
}

QByteArray Workshop::runOnTerminal(const QStringList& arguments, int columns, const Variables& environment) const
{
    std::vector<QByteArray> texts{QByteArray(TRESTLE_PROGRAM)};
    for (const QString& argument : arguments)
        texts.push_back(argument.toUtf8());
    std::vector<QByteArray> variables;
    for (const QString& variable : environmentWith(environment).toStringList())
        variables.push_back(variable.toUtf8());
    const std::vector<char*> argv = pointers(texts);
    const std::vector<char*> envp = pointers(variables);
    const QByteArray folder = m_folder.path().toUtf8();

    winsize size{};
    size.ws_col = static_cast<unsigned short>(columns);
    size.ws_row = 40;
    int terminal = -1;
    const pid_t child = forkpty(&terminal, nullptr, nullptr, &size);
    if (child == 0) {
        if (chdir(folder.constData()) == 0)
            execve(argv[0], argv.data(), envp.data());
        _exit(127);
    }
    QByteArray output;
    char buffer[4096];
    for (ssize_t length = 0; (length = ::read(terminal, buffer, sizeof buffer)) > 0;)
        output.append(buffer, length);
    ::close(terminal);
    int status = 0;
    waitpid(child, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return "(exit code " + QByteArray::number(status) + ") " + output;
    return output.replace("\r\n", "\n"); // as the terminal driver makes it
}

QJsonObject Workshop::figures(const QString& plan, const QStringList& options) const
{
    const Outcome outcome = run(QStringList{QStringLiteral("plan"), plan, QStringLiteral("--json")} + options);
    [&] { QCOMPARE(QByteArray::number(outcome.exitCode) + ' ' + outcome.err, QByteArray("0 ")); }();
    return QJsonDocument::fromJson(outcome.out).object();
}

QJsonObject builtinCatalogue()
{
    QFile file(QStringLiteral(TRESTLE_SOURCE "/resources/catalogue/prototype-to-production.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QJsonValue at(const QJsonObject& object, const QString& path)
{
    QJsonValue value = object;
    for (const QString& step : path.split(u'/')) {
        bool isNumber = false;
        const int index = step.toInt(&isNumber);
        value = isNumber && value.isArray() ? value.toArray().at(index) : value.toObject().value(step);
    }
    return value;
}
