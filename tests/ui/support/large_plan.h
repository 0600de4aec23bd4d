#pragma once

#include "data/project_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// The built-in catalogue many times over, one strand of phases after the other, for charts of thousands of rows.
namespace trestle::testing {

inline QJsonObject numberedPhase(QJsonObject phase, const QString& number, int parts)
{
    phase[QStringLiteral("id")] = phase[QStringLiteral("id")].toString() + number;
    QJsonArray items;
    for (const QJsonValue& value : phase[QStringLiteral("items")].toArray())
        for (int part = 0; part < parts; ++part) {
            QJsonObject item = value.toObject();
            item[QStringLiteral("id")] =
                QStringLiteral("%1%2-%3").arg(item[QStringLiteral("id")].toString(), number).arg(part);
            QJsonObject share = item[QStringLiteral("share")].toObject();
            share[QStringLiteral("value")] = share[QStringLiteral("value")].toDouble() / parts;
            item[QStringLiteral("share")] = share;
            items.append(item);
        }
    phase[QStringLiteral("items")] = items;
    phase.remove(QStringLiteral("addOns"));
    return phase;
}

/// `copies` times the eight phases, each of the 39 items in `parts` parts: 32 and 8 make 10,240 rows.
inline ProjectDocument largeProject(int copies, int parts)
{
    Result<LoadedCatalogue> builtin = builtinCatalogue();
    if (!builtin)
        qFatal("The catalogue cannot be read: %s", builtin.error().what.c_str());
    QJsonObject catalogue = QJsonDocument::fromJson(QByteArray::fromStdString(builtin->json)).object();
    QJsonArray phases;
    QJsonArray links;
    for (int copy = 0; copy < copies; ++copy) {
        const QString number = QStringLiteral("-%1").arg(copy);
        for (const QJsonValue& phase : catalogue[QStringLiteral("phases")].toArray())
            phases.append(numberedPhase(phase.toObject(), number, parts));
        for (const QJsonValue& value : catalogue[QStringLiteral("links")].toArray()) {
            QJsonObject link = value.toObject();
            for (const QString& end : {QStringLiteral("from"), QStringLiteral("to")})
                link[end] = link[end].toString() + number;
            links.append(link);
        }
    }
    catalogue[QStringLiteral("id")] = QStringLiteral("large");
    catalogue[QStringLiteral("phases")] = phases;
    catalogue[QStringLiteral("links")] = links;
    catalogue.remove(QStringLiteral("suggestedRisks")); // of phases that have numbers now
    Result<LoadedCatalogue> large = parseCatalogue(QJsonDocument(catalogue).toJson().toStdString(), "large");
    if (!large)
        qFatal("The large catalogue cannot be read: %s at %s", large.error().what.c_str(), large.error().where.c_str());
    Project project;
    project.base = newInputs(*large->catalogue, "Large", parseDate("2027-01-04").value());
    return {std::move(project), std::move(*large)};
}

} // namespace trestle::testing
