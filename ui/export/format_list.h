#pragma once

#include "data/exchange/export_format.h"

#include <QComboBox>

#include <vector>

namespace trestle {

/// The formats that there are for an audience, below a heading for each kind, and before them the whole pack.
class FormatList : public QComboBox {
    Q_OBJECT
public:
    FormatList(const std::vector<ExportFormat>& formats, QWidget* parent);

    /// Lists those for the audience, those that need an offer where there is one; what was chosen stays where it is
    /// still there, else it is the pack.
    void list(Audience audience, bool hasOffer);
    [[nodiscard]] QString chosen() const; ///< a key; empty: the pack
    void choose(const QString& key);
    /// Those that are chosen: one, or all of the pack.
    [[nodiscard]] std::vector<ExportFormat> formats() const;

private:
    void addHeading(const QString& heading);

    const std::vector<ExportFormat>& m_all;
    Audience m_audience = Audience::internal;
};

} // namespace trestle
