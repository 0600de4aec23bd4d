#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

/// The real program, run as users run it.
struct Outcome {
    int exitCode = -1; ///< −1: it crashed or did not end
    QByteArray out;
    QByteArray err;
};

using Variables = QMap<QString, QString>; ///< a null value takes a variable away

/// A folder of its own to run the program in; paths are relative to it.
class Workshop {
public:
    [[nodiscard]] QString path(const QString& name = {}) const { return m_folder.filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const;
    [[nodiscard]] QByteArray read(const QString& name) const;
    [[nodiscard]] bool has(const QString& name) const;
    /// Names, kinds and contents of everything in the folder, as one hash.
    [[nodiscard]] QByteArray fingerprint() const;

    [[nodiscard]] Outcome run(const QStringList& arguments, const QByteArray& input = {},
                              const Variables& environment = {}) const;
    /// The same by way of a shell, for redirections; `$T` is the program.
    [[nodiscard]] Outcome shell(const QString& command, const Variables& environment = {}) const;
    /// With an open descriptor as standard output.
    [[nodiscard]] Outcome runInto(int descriptor, const QStringList& arguments) const;
    /// With a terminal of so many columns as standard output.
    [[nodiscard]] QByteArray runOnTerminal(const QStringList& arguments, int columns,
                                           const Variables& environment = {}) const;

    /// The figures of a plan; an empty object, and a failed check, where there are none.
    [[nodiscard]] QJsonObject figures(const QString& plan, const QStringList& options = {}) const;

private:
    QTemporaryDir m_folder;
};

/// The catalogue that is built in, to be changed by tests.
QJsonObject builtinCatalogue();

/// "a/b/0" inside an object.
QJsonValue at(const QJsonObject& object, const QString& path);
