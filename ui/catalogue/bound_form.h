#pragma once

#include "ui/catalogue/catalogue_edits.h"

#include <QWidget>

#include <functional>
#include <vector>

class QFormLayout;
class QHBoxLayout;
class QPlainTextEdit;
class QPushButton;

namespace trestle {

/// A form over a part of the catalogue: each field reads what it shows, says while it is typed what is wrong with it,
/// and is one edit of the plan when it is done. Beside a figure stands where it comes from.
class BoundForm : public QWidget {
    Q_OBJECT
public:
    BoundForm(const QString& name, CatalogueEdits& edits, QWidget* parent);
    ~BoundForm() override;

    /// Shows what the catalogue says now. Of a phase or item: the one of this id.
    void show(const std::string& id = {});
    [[nodiscard]] const std::string& id() const { return m_id; }
    void refresh();

protected:
    template <class Value>
    using Read = std::function<Value(const Catalogue&)>;
    template <class Value>
    using Write = std::function<void(Catalogue&, const Value&)>;
    using Source = std::function<const Provenance*(const Catalogue&)>; ///< null: it has none

    void addHeading(const QString& text, const QString& name);
    void addLine(const QString& label, const QString& name, Read<std::string> read, Write<std::string> write);
    void addText(const QString& label, const QString& name, Read<std::string> read, Write<std::string> write,
                 int lines = 4);
    void addCheck(const QString& label, const QString& name, Read<bool> read, Write<bool> write, Source source = {});
    struct Range {
        double least = 0;
        double most = 1;
        int decimals = 0;
        QString suffix = {};
        double unit = 1; ///< shown = value / unit, as 0.01 for per cent
    };
    void addNumber(const QString& label, const QString& name, const Range& range, Read<double> read,
                   std::function<Result<void>(CatalogueEditor&, double)> write, Source source);
    void addAmount(const QString& label, const QString& name, Read<Money> read, Write<Money> write, Source source);
    void addEfforts(const QString& label, const QString& name, Read<const SourcedRange*> read, Write<ThreePoint> write);
    void addChoice(const QString& label, const QString& name,
                   Read<std::vector<std::pair<std::string, std::string>>> all, Read<std::string> read,
                   Write<std::string> write);
    void addWidget(QWidget* widget);
    void addButton(QPushButton* button);

    [[nodiscard]] CatalogueEdits& edits() const { return m_edits; }
    [[nodiscard]] const Catalogue& catalogue() const;
    void hideRow(QWidget* field, bool hidden);
    [[nodiscard]] QWidget* fieldCalled(const QString& name) const;
    virtual void follow() {} ///< after all fields show what there is

private:
    void addRow(const QString& label, QWidget* field, const QString& name, const Source& source = {});
    void commit(const QString& label, const CatalogueEdits::Change& change);
    [[nodiscard]] QString labelled(const QString& field) const;

    CatalogueEdits& m_edits;
    QFormLayout* m_form;
    std::string m_id;
    std::vector<std::function<void()>> m_refreshers;
    bool m_refreshing = false;
};

} // namespace trestle
